using Pupitre.ServiceLevels.Evidence.Files;

namespace Pupitre.ServiceLevels.Evidence.Recognition;

/// <summary>Names of files as strangers give them: without folders, control characters and excess length.</summary>
internal static class SafeName
{
    private const int MaxExtension = 10;

    public static string Of(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter) && !":*?\"<>|".Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        if (clean.Length == 0)
        {
            return "fichier";
        }

        if (clean.Length <= EvidenceFile.MaxNameLength)
        {
            return clean;
        }

        var extension = Path.GetExtension(clean);
        return extension.Length <= MaxExtension ? clean[..(EvidenceFile.MaxNameLength - extension.Length)] + extension : clean[..EvidenceFile.MaxNameLength];
    }
}
