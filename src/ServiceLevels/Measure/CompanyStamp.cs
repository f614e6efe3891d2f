using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
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

    private static readonly string[] _evidence = [Import.Kind, EvidenceSource.Kind, ConfirmWord.Kind, CorrectDelay.Kind];

    private static readonly string[] _occurrences = [OccurrenceProof.Kind, EvidenceFile.Kind, OccurrenceStatement.Kind, ProofRequest.Kind, MailsTaken];

    // A mail server takes a request after the line that says it was prepared, and writes no line of its own.
    private const string MailsTaken = "mails-taken";

    private static readonly string[] _all = [.. _terms, .. _evidence, .. _occurrences];

    public static async Task<CompanyStamp> ReadAsync(Db db, CancellationToken token)
    {
        var numbers = await db.Set<LedgerKindHead>().Where(head => _all.Contains(head.SubjectKind))
            .Select(head => new { head.SubjectKind, head.Number })
            .Concat(db.Set<ProofRequest>().Where(request => db.Set<OutgoingMail>().Any(mail => mail.Id == request.MailId && mail.SentAt != null))
                .GroupBy(_ => 1).Select(taken => new { SubjectKind = MailsTaken, Number = (long)taken.Count() }))
            .ToDictionaryAsync(head => head.SubjectKind, head => head.Number, StringComparer.Ordinal, token);
        string Part(string[] kinds) => string.Join(' ', kinds.Select(kind => numbers.GetValueOrDefault(kind).ToString(CultureInfo.InvariantCulture)));
        return new CompanyStamp(Part(_terms), Part(_evidence), Part(_occurrences));
    }
}
