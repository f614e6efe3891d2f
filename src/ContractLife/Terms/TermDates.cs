using Pupitre.Gathering.Feeds;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Terms;

/// <summary>The days of contracts for people's calendars: last safe posting day, last day of notice, end of the term.</summary>
internal sealed class TermDates(ReadDecisionDates read, Tenant tenant) : ICalendarDates
{
    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<CalendarDate>> ReadAsync(CancellationToken token) =>
        [.. (await read.LinesAsync(token)).Where(line => line.Term is not null).SelectMany(Of)];

    private IEnumerable<CalendarDate> Of(DecisionLine line)
    {
        var term = line.Term!;
        if (term.PostBy is { } post)
        {
            yield return Date(line, "post", post, Texts.Feed_Post);
        }

        if (term.NoticeBy is { } notice)
        {
            yield return Date(line, "notice", notice, Texts.Feed_Notice);
        }

        yield return Date(line, "end", term.LastDay, term.NoticeBy is null ? Texts.Feed_End : Texts.Feed_TermEnd);
    }

    private CalendarDate Date(DecisionLine line, string which, DateOnly day, string summary) => new(
        $"{DecideContract.Text(line.Term!.LastDay)}-{which}", day, summary.With(line.Contract.Title, line.ProviderName), Decision(line),
            $"contracts/{line.Contract.Id}", line.Contract.Ref,
        line.Made?.Version ?? 0);

    // What the company means to do is not for those whom a contract lets in.
    private string? Decision(DecisionLine line) => tenant.Scope is not null ? null
        : line.Made is { } made ? TermWords.Decided(made with { By = null }, tenant.Zone)
        : Texts.Feed_Undecided;
}
