using System.Collections.Immutable;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>Writes down what a month is computed from, so that anybody can compute it again without this program's database.</summary>
internal sealed class BuildStatement(SelectMonth select, StateCases stateCases, ReadDisputes readDisputes, StateCredits stateCredits,
    Tenant tenant)
{
    public async Task<BuiltStatement> RunAsync(StatementOrder order, CancellationToken token)
    {
        var selection = await select.RunAsync(order.ContractId, order.Month, order.Keys, order.AsOf, token);
        var facts = selection.Facts;
        var clear = new ClearTexts();
        var calendars = new StatedCalendars();
        var disputes = new StatedDisputes(
            await readDisputes.RunAsync([.. selection.Commitments.Select(item => item.Commitment.Id)], token), clear);
        var dueDates = new StateDueDates(facts, clear, calendars, disputes);
        var commitments = new List<StatedCommitment>();
        foreach (var item in selection.Commitments.Where(item => item.Occurrences.Count + item.Cases.Count > 0))
        {
            var stated = dueDates.Commitment(item.Commitment);
            var cases = item.Cases.Count == 0 ? []
                : await stateCases.RunAsync(item, facts.Adjustments, new StatedTexts(clear, disputes), order.AsOf, token);
            commitments.Add(stated with { Obligations = [.. item.Occurrences.Select(dueDates.Occurrence), .. cases] });
        }

        var contract = facts.Contracts.First(row => row.Id == order.ContractId);
        var statement = new Statement
        {
            AsOf = order.AsOf,
            Month = order.Month,
            Contract = Contract(contract, facts, clear),
            Company = new StatedCompany(tenant.Zone.Id, facts.HolidayZone, facts.Dates),
            Commitments = [.. commitments, .. dueDates.Carried(commitments)],
            Calendars = calendars.All,
            Comments = [.. order.Comments.Select(comment => new StatedComment(comment.By, comment.At, clear.Conceal(comment.Text)))],
            Agreements = [.. order.Agreements],
            Credits = await stateCredits.RunAsync(contract, order.Month, token),
            Previous = order.Previous,
        };
        return new BuiltStatement(statement, clear, selection);
    }

    private static StatedContract Contract(Contract contract, CompanyFacts facts, ClearTexts clear) => new(
        contract.Id,
        clear.Conceal(contract.Title),
        facts.Providers.FirstOrDefault(row => row.Id == contract.ProviderId)?.Name is { } provider ? clear.Conceal(provider) : null);
}

/// <summary>A statement that is asked for.</summary>
/// <param name="Previous">Hash of the one that it follows.</param>
internal sealed record StatementOrder(Guid ContractId, int Month, Instant AsOf, string? Previous, MonthKeys Keys)
{
    public IReadOnlyList<StatedComment> Comments { get; init; } = [];

    public IReadOnlyList<StatedAgreement> Agreements { get; init; } = [];
}

/// <summary>What free texts are said with.</summary>
internal sealed record StatedTexts(ClearTexts Clear, StatedDisputes Disputes);

/// <summary>A statement with the texts that its digests stand for, and what it was made from.</summary>
internal sealed record BuiltStatement(Statement Statement, ClearTexts Clear, MonthSelection Selection);

/// <summary>Versions of calendars, each once.</summary>
internal sealed class StatedCalendars
{
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<StatedCalendar> _all = [];

    public ImmutableArray<StatedCalendar> All => [.. _all];

    public int PlaceOf(CalendarTerms calendar)
    {
        if (!_places.TryGetValue(calendar.Id, out var place))
        {
            _places[calendar.Id] = place = _all.Count;
            _all.Add(new StatedCalendar(calendar.EffectiveFrom, calendar.Calendar.Definition));
        }

        return place;
    }
}
