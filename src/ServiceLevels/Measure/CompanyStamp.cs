using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Says in one query where everything stands that figures are computed from: the last line of the history about each kind of thing that
/// they depend on. Every write records its line in its own transaction, so that nothing that counts changes without moving it.
/// </summary>
/// <param name="Terms">What was agreed, and with whom.</param>
/// <param name="Evidence">What events there are, who attests them, and what people added to them.</param>
/// <param name="Occurrences">What was placed on due dates, and what people said of them.</param>
public sealed record CompanyStamp(string Terms, string Evidence, string Occurrences)
{
    private static readonly string[] _terms = [Commitment.SubjectKind, CompanyCalendar.Kind, CompanyProfile.Kind, Provider.Kind, Contract.SubjectKind];

    private static readonly string[] _evidence = [Import.Kind, EvidenceSource.Kind, ConfirmWord.Kind, CorrectDelay.Kind, Dispute.Kind];

    private static readonly string[] _occurrences = [OccurrenceProof.Kind, EvidenceFile.Kind, OccurrenceStatement.Kind, ProofRequest.Kind, OutgoingMail.Kind, OutgoingMail.TakenKind];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. _terms, .. _evidence, .. _occurrences];

    internal static async Task<CompanyStamp> ReadAsync(KindHeads heads, CancellationToken token)
    {
        var keys = await heads.KeysOfAsync([_terms, _evidence, _occurrences], token);
        return new CompanyStamp(keys[0], keys[1], keys[2]);
    }
}

/// <summary>For a page that shows what a company's figures stand on, and nothing else.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeptByFactsAttribute() : KeptPageAttribute("", [.. CompanyStamp.Kinds]);
