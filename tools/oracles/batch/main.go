// Oracle-batch asks the Go originals about many documents in one process, because starting a process
// costs more than most answers.
//
//	oracle-batch MODE [--files-dir DIR] [--bench N]
//
// Each line of the input is one question, in base64; each line of the output is its answer, in JSON.
// With --bench, all questions are answered N times without telling, and one line says how long it took.
package main

import (
	"bufio"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/clarketm/json"
)

type answer struct {
	// Whether the program would end with code 0.
	Accepted bool `json:"accepted"`
	// What ended the reading of the document.
	Error string `json:"error,omitempty"`
	// The rendered Ignition config.
	Output  string  `json:"output,omitempty"`
	Entries []entry `json:"entries"`
}

// An entry of a report. Line and column are 0 when the original knows none.
type entry struct {
	Kind    string        `json:"kind"`
	Message string        `json:"message"`
	Path    []interface{} `json:"path"`
	Line    int64         `json:"line"`
	Column  int64         `json:"column"`
}

// What a mode does with the documents of a question: most take one, a merge takes parent and child.
type mode func(documents [][]byte) answer

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: %s MODE [--files-dir DIR] [--bench N]", os.Args[0]))
	}
	options := flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	filesDir := options.String("files-dir", "", "where local files of Butane documents lie")
	bench := options.Int("bench", 0, "how often to answer everything")
	if err := options.Parse(os.Args[2:]); err != nil {
		fail(err)
	}
	modes := map[string]mode{
		"validate":      validate,
		"merge":         mergeDocuments,
		"butane":        butane(*filesDir, false),
		"butane-strict": butane(*filesDir, true),
	}
	reply, ok := modes[os.Args[1]]
	if !ok {
		fail(fmt.Errorf("there is no mode %s", os.Args[1]))
	}
	questions, err := read(os.Stdin)
	if err != nil {
		fail(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if *bench > 0 {
		fmt.Fprintln(out, measure(questions, reply, *bench))
		return
	}
	for _, documents := range questions {
		text, err := json.Marshal(safely(reply, documents))
		if err != nil {
			fail(err)
		}
		out.Write(append(text, '\n'))
	}
}

// A question's documents are separated by spaces.
func read(from io.Reader) ([][][]byte, error) {
	text, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	var questions [][][]byte
	for line := range strings.Lines(string(text)) {
		var documents [][]byte
		for _, word := range strings.Split(strings.TrimSuffix(line, "\n"), " ") {
			document, err := base64.StdEncoding.DecodeString(word)
			if err != nil {
				return nil, err
			}
			documents = append(documents, document)
		}
		questions = append(questions, documents)
	}
	return questions, nil
}

// A panic of the original is an answer too: the program itself would end with code 2.
func safely(reply mode, documents [][]byte) (result answer) {
	defer func() {
		if cause := recover(); cause != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", cause), Entries: []entry{}}
		}
	}()
	return reply(documents)
}

func measure(questions [][][]byte, reply mode, times int) string {
	start := time.Now()
	for range times {
		for _, documents := range questions {
			safely(reply, documents)
		}
	}
	return fmt.Sprintf(`{"documents":%d,"nanoseconds":%d}`, len(questions)*times, time.Since(start).Nanoseconds())
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}
