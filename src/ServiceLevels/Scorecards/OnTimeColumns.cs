using Microsoft.AspNetCore.Components;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>How what was agreed is kept, as a column of a list: from the measures that the scorecards keep.</summary>
internal abstract class OnTimeColumn(ReadScorecard read, Tenant tenant) : IListColumn
{
    public abstract string Of { get; }

    public int Order => 20;

    public IReadOnlyList<string> Kinds => CompanyStamp.Kinds;

    public string Head => Texts.List_OnTime;

    /// <summary>The row that a commitment belongs to; null for none.</summary>
    protected abstract Guid? RowOf(CommitmentFacts commitment);

    /// <summary>What a row is known by, the same as on its own page; null for nothing.</summary>
    protected abstract SideKind? Sum(ContractScorecard cards);

    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> ReadAsync(IReadOnlyCollection<Guid> shown, CancellationToken token)
    {
        var cells = new Dictionary<Guid, RenderFragment>();
        if (shown.Count == 0 || !tenant.Allows(Permit.ReadService))
        {
            return cells;
        }

        var all = await read.AllAsync(token);
        foreach (var row in all.SelectMany(item => item.Cards).GroupBy(card => RowOf(card.Commitment)).Where(row => row.Key is { } key && shown.Contains(key)))
        {
            if (Sum(new ContractScorecard(null, null, [.. row], all[0].Current)) is { Whole.Due: > 0 } sum)
            {
                cells[row.Key!.Value] = OnTime.Of(sum);
            }
        }

        return cells;
    }
}

/// <summary>What a provider owes: its own commitments, and not those that we owe it.</summary>
internal sealed class ProviderOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Provider.Kind;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Row.ProviderId;

    protected override SideKind? Sum(ContractScorecard cards) => cards.Theirs.First;
}

/// <summary>What the other side owes in a process; of one that we do ourselves, what we owe.</summary>
internal sealed class ProcessOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Process.Kind;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Row.ProcessId;

    protected override SideKind? Sum(ContractScorecard cards) => cards.Theirs.First ?? cards.Ours.First;
}

/// <summary>One commitment, over the months that its sources tell of.</summary>
internal sealed class CommitmentOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Commitment.SubjectKind;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Id;

    protected override SideKind? Sum(ContractScorecard cards) => cards.Cards[0] is var card
        ? new SideKind(card.Commitment.Name, CommitmentSentence.UnitWord(card.Commitment.Newest.UnitOne), CommitmentSentence.UnitWord(card.Commitment.Newest.UnitMany), card.Whole, card.Months)
        : null;
}
