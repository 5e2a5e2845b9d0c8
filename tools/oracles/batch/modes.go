package main

import (
	"github.com/clarketm/json"
	butaneConfig "github.com/coreos/butane/config"
	"github.com/coreos/butane/config/common"
	"github.com/coreos/ignition/v2/config"
	"github.com/coreos/ignition/v2/config/util"
	"github.com/coreos/ignition/v2/config/v3_0"
	"github.com/coreos/ignition/v2/config/v3_1"
	"github.com/coreos/ignition/v2/config/v3_2"
	"github.com/coreos/ignition/v2/config/v3_3"
	"github.com/coreos/ignition/v2/config/v3_4"
	"github.com/coreos/ignition/v2/config/v3_5"
	"github.com/coreos/ignition/v2/config/v3_6"
	"github.com/coreos/vcontext/report"
)

// What ignition-validate does.
func validate(documents [][]byte) answer {
	_, problems, err := config.Parse(documents[0])
	return answerOf(nil, problems, err)
}

// What butane does, and what it does with --strict.
func butane(filesDir string, strict bool) mode {
	options := common.TranslateBytesOptions{}
	options.FilesDir = filesDir
	return func(documents [][]byte) answer {
		output, problems, err := butaneConfig.TranslateBytes(documents[0], options)
		result := answerOf(output, problems, err)
		if strict && len(problems.Entries) > 0 {
			result.Accepted, result.Output = false, ""
		}
		return result
	}
}

// Reads a parent and a child of one stable spec, which are valid, and merges them as Ignition does at boot.
func mergeDocuments(documents [][]byte) answer {
	version, problems, err := util.GetConfigVersion(documents[0])
	if err != nil {
		return answerOf(nil, problems, err)
	}
	parent, child := documents[0], documents[1]
	switch version.String() {
	case "3.0.0":
		return merged(parent, child, v3_0.Parse, v3_0.Merge)
	case "3.1.0":
		return merged(parent, child, v3_1.Parse, v3_1.Merge)
	case "3.2.0":
		return merged(parent, child, v3_2.Parse, v3_2.Merge)
	case "3.3.0":
		return merged(parent, child, v3_3.Parse, v3_3.Merge)
	case "3.4.0":
		return merged(parent, child, v3_4.Parse, v3_4.Merge)
	case "3.5.0":
		return merged(parent, child, v3_5.Parse, v3_5.Merge)
	default:
		return merged(parent, child, v3_6.Parse, v3_6.Merge)
	}
}

func merged[T any](
	parent, child []byte,
	parse func([]byte) (T, report.Report, error),
	merge func(T, T) T,
) answer {
	below, problems, err := parse(parent)
	if err != nil {
		return answerOf(nil, problems, err)
	}
	above, problems, err := parse(child)
	if err != nil {
		return answerOf(nil, problems, err)
	}
	output, err := json.Marshal(merge(below, above))
	return answerOf(output, report.Report{}, err)
}

func answerOf(output []byte, problems report.Report, err error) answer {
	result := answer{
		Accepted: err == nil && !problems.IsFatal(),
		Output:   string(output),
		Entries:  []entry{},
	}
	if err != nil {
		result.Error = err.Error()
	}
	for _, each := range problems.Entries {
		next := entry{Kind: each.Kind.String(), Message: each.Message, Path: append([]interface{}{}, each.Context.Path...)}
		if each.Marker.StartP != nil {
			next.Line, next.Column = each.Marker.Start()
		}
		result.Entries = append(result.Entries, next)
	}
	return result
}
