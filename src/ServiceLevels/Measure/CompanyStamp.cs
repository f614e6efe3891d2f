using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Evidence.Imports;
using Pupitre.ServiceLevels.Evidence.Sources;
using Pupitre.ServiceLevels.Requests;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Says in one query where everything stands that figures are computed from. Rows of these tables are only added, or edited under a
/// version that grows, so that counts and sums of versions change whenever something that counts does, and never otherwise.
/// </summary>
/// <param name="Terms">What was agreed, and with whom.</param>
/// <param name="Evidence">What events there are, and who attests them.</param>
/// <param name="Occurrences">What was placed on due dates, and what people added.</param>
internal sealed record CompanyStamp(string Terms, string Evidence, string Occurrences)
{
    private static readonly (Type Type, string? Growing, string? Where)[] _terms =
    [
        (typeof(Commitment), "version", null),
        (typeof(CommitmentVersion), "(case when agreed_on is null then 0 else 1 end) + (case when accepted_hash is null then 0 else 1 end)", null),
        (typeof(CalendarVersion), null, null),
        (typeof(CompanyProfile), "version", null),
        (typeof(Provider), "version", null),
        (typeof(Contract), "version", null),
    ];

    private static readonly (Type Type, string? Growing, string? Where)[] _evidence =
    [
        (typeof(Import), "case when withdrawn_at is null then 0 else 1 end", "state = 'Done'"),
        (typeof(SourceVersion), null, null),
        (typeof(SourceUse), null, null),
        (typeof(WordConfirmation), null, null),
        (typeof(DelayCorrection), null, null),
    ];

    private static readonly (Type Type, string? Growing, string? Where)[] _occurrences =
    [
        (typeof(OccurrenceProof), "version", null),
        (typeof(ProofRequestItem), null, null),
        (typeof(OutgoingMail), "(case when sent_at is null then 0 else 1 end) + (case when sent_by_hand_on is null then 0 else 1 end)", null),
    ];

    private static readonly ConditionalWeakTable<IModel, string> _queries = [];

    public static async Task<CompanyStamp> ReadAsync(Db db, CancellationToken token)
    {
        var rows = await db.Database.SqlQueryRaw<Row>(_queries.GetValue(db.Model, Query), db.CompanyId).ToDictionaryAsync(row => row.Place, token);
        string Part(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(place => rows[place].Text));
        return new CompanyStamp(Part(0, _terms.Length), Part(_terms.Length, _evidence.Length), Part(_terms.Length + _evidence.Length, _occurrences.Length));
    }

    private static string Query(IModel model)
    {
        var tables = (List<(Type Type, string? Growing, string? Where)>)[.. _terms, .. _evidence, .. _occurrences];
        return string.Join(" union all ", tables.Select((table, place) => Select(model.FindEntityType(table.Type)!, place, table.Growing, table.Where)));
    }

    private static string Select(IEntityType entity, int place, string? growing, string? where) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"select {place} as place, cast(count(*) as bigint) as rows, cast(coalesce(sum({growing ?? "0"}), 0) as bigint) as growing")
        .Append(CultureInfo.InvariantCulture, $" from {entity.GetTableName()} where company_id = {{0}}{(where is null ? "" : " and " + where)}")
        .ToString();

    internal sealed record Row(int Place, long Rows, long Growing)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Rows}.{Growing}");
    }
}
