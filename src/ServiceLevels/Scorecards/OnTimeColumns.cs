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

    /// <summary>What a row is known by, kind by kind, the same as on its own page.</summary>
    protected abstract IReadOnlyList<SideKind> Sum(ContractScorecard cards);

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
            var sum = Sum(new ContractScorecard(null, null, [.. row], all[0].Current)).Where(kind => kind.Whole.Due > 0).ToList();
            cells[row.Key!.Value] = sum.Count > 0 ? OnTime.Of(sum) : OnTime.None(Texts.List_Nothing);
        }

        // Where some rows have a figure, one without says why.
        foreach (var row in cells.Count == 0 ? [] : shown.Where(row => !cells.ContainsKey(row)))
        {
            cells[row] = OnTime.None(Texts.List_NoCommitment);
        }

        return cells;
    }
}

/// <summary>What a provider owes: its own commitments, and not those that we owe it.</summary>
internal sealed class ProviderOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Provider.Kind;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Row.ProviderId;

    protected override IReadOnlyList<SideKind> Sum(ContractScorecard cards) => cards.Theirs.Kinds;
}

/// <summary>What the other side owes in a process; of one that we do ourselves, what we owe.</summary>
internal sealed class ProcessOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Process.Kind;

    internal static IReadOnlyList<SideKind> KindsOf(ContractScorecard cards) => cards.Theirs.Kinds.Count > 0 ? cards.Theirs.Kinds : cards.Ours.Kinds;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Row.ProcessId;

    protected override IReadOnlyList<SideKind> Sum(ContractScorecard cards) => KindsOf(cards);
}

/// <summary>One commitment, over the months that its sources tell of.</summary>
internal sealed class CommitmentOnTime(ReadScorecard read, Tenant tenant) : OnTimeColumn(read, tenant)
{
    public override string Of => Commitment.SubjectKind;

    protected override Guid? RowOf(CommitmentFacts commitment) => commitment.Id;

    protected override IReadOnlyList<SideKind> Sum(ContractScorecard cards) => [.. cards.Cards.Take(1).Select(card => new SideKind(
        null, CommitmentSentence.UnitWord(card.Commitment.Newest.UnitOne), CommitmentSentence.UnitWord(card.Commitment.Newest.UnitMany), card.Whole, card.Months))];
}
