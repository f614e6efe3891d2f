namespace Pupitre.Recognition.Contents;

/// <summary>Names of files as strangers give them: without folders, control characters and excess length.</summary>
public static class SafeName
{
    /// <summary>Characters of a name that are kept.</summary>
    public const int MaxLength = 255;

    private const int MaxExtension = 10;

    public static string Of(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter) && !":*?\"<>|".Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        if (clean.Length == 0)
        {
            return "fichier";
        }

        if (clean.Length <= MaxLength)
        {
            return clean;
        }

        var extension = Path.GetExtension(clean);
        return extension.Length <= MaxExtension ? clean[..(MaxLength - extension.Length)] + extension : clean[..MaxLength];
    }
}
