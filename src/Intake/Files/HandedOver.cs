using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>
/// Who outside the company hands a file over. That it came, and when, was seen here; whatever is written in it is theirs: it is their word,
/// and the marks of our own mail server in it are not believed.
/// </summary>
/// <param name="Sender">Their address, by which the firm is recognised.</param>
/// <param name="By">Their name, as the history says it.</param>
/// <param name="Commitments">What alone it may be proposed for.</param>
/// <param name="For">The due date that they say it is for; null when they leave that to us.</param>
/// <param name="Note">Notes the file in the unit of work that receives it; told again when that is begun anew.</param>
public sealed record HandedOver(
    string Sender, string By, IReadOnlySet<Guid> Commitments, DroppedOn? For, Action<EvidenceFile> Note)
{
    /// <summary>What it came in, as a mail that they wrote would be.</summary>
    internal Finding Around => new() { Kind = RecognisedKind.Mail, Sender = Sender, Word = SourceClass.Provider };

    /// <summary>What was found, as far as somebody outside can say it.</summary>
    internal static Finding Theirs(Finding finding) =>
        finding.Word == SourceClass.Company ? finding with { Word = SourceClass.Provider } : finding;
}
