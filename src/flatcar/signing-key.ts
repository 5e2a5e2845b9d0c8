/**
 * The key that Flatcar signs its releases with: where it is published, and what its primary key is.
 * The subkeys that do the signing change every year or two and are bound to the primary key, so that
 * the fingerprint of this one is all that has to be known beforehand
 * (flatcar.org/security/image-signing-key; flatcar-install has the same long key id).
 */
export const imageSigningKey = Object.freeze({
  url: "https://www.flatcar.org/security/image-signing-key/Flatcar_Image_Signing_Key.asc",
  fingerprint: "F88CFEDEFF29A5B4D9523864E25D9AED0593B34A",
});
