using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Recognition.Contents;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>A file that was sent as an accounting file, by its name or by the form, and is none: what is said of it.</summary>
internal static class NotAccountingFile
{
    /// <summary>Field of the form by which a person says what the file should be.</summary>
    public const string WantedField = "wanted";

    /// <summary>Whether somebody expects it to be opened as an accounting file.</summary>
    public static bool IsExpected(string name, string? wanted) => wanted == AccountingFile.Kind || FecName.Parse(name)?.Siren is not null;

    /// <summary>What it is instead, where it went, and what to ask for.</summary>
    public static string Words(EvidenceFile file) => (file.SizeBytes, file.Recognised) switch
    {
        (0, _) => Texts.Books_IsEmpty.With(file.Name),
        (_, RecognisedKind.Pdf) => Texts.Books_IsPdf.With(file.Name),
        (_, RecognisedKind.Archive) => Texts.Books_IsArchive.With(file.Name),
        (_, RecognisedKind.Table) => Texts.Books_IsTable.With(file.Name),
        (_, RecognisedKind.AccountingFile) => Texts.Books_IsProofOnly.With(file.Name),
        _ => Texts.Books_IsOther.With(file.Name),
    };
}
