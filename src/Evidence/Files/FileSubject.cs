using Pupitre.Deliverables.Fec;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;

namespace Pupitre.Evidence.Files;

/// <summary>The company that a file is about, held against our own identities. A provider's, a bank's or an authority's number is never looked at.</summary>
public static class FileSubject
{
    public static IdentityAnswer Compare(EvidenceFile file, OwnIdentities own) => own.Compare(NumberOf(file), file.SubjectName);

    public static bool IsOthers(EvidenceFile file, OwnIdentities own) => Compare(file, own) == IdentityAnswer.Other;

    /// <summary>What would be added to the company's identities if the file were about it: its SIREN, else its name.</summary>
    public static string? IdentityOf(EvidenceFile file) => OwnIdentities.SirenOf(NumberOf(file)) ?? file.SubjectName;

    /// <summary>The subject as people read it: name and number, as far as they were read.</summary>
    public static string Words(EvidenceFile file) => string.Join(", ", new[] { file.SubjectName, NumberOf(file) }.Where(word => !string.IsNullOrWhiteSpace(word)));

    // The law puts the SIREN into the name of an accounting file.
    private static string? NumberOf(EvidenceFile file) => file.SubjectNumber ?? (file.Recognised == RecognisedKind.AccountingFile ? FecName.Parse(file.Name)?.Siren : null);
}
