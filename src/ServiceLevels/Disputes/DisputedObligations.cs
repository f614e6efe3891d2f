using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>
/// Which obligations one side contests, and as what those read to which the other side agreed: what a measure has to know of disputes.
/// </summary>
public sealed class DisputedObligations
{
    private readonly Dictionary<Contested, DisputeWish> _open = [];
    private readonly Dictionary<Contested, DisputeWish> _agreed = [];

    /// <summary>What is contested, with what it should read.</summary>
    public IReadOnlyDictionary<Contested, DisputeWish> Open => _open;

    /// <summary>The wish of the dispute that is open about it; null while nobody contests it.</summary>
    public DisputeWish? WishOf(Guid commitmentId, string obligation) =>
        _open.Count > 0 && _open.TryGetValue(new Contested(commitmentId, obligation), out var wish) ? wish : null;

    /// <summary>As what both sides agree that it reads, whatever the events say; null where they were never asked.</summary>
    public DisputeWish? AgreedOf(Guid commitmentId, string obligation) =>
        _agreed.Count > 0 && _agreed.TryGetValue(new Contested(commitmentId, obligation), out var wish) ? wish : null;

    internal bool IsEmpty => _open.Count + _agreed.Count == 0;

    /// <summary>Every dispute that was ever opened, with what it is about: subjects of its history.</summary>
    public IReadOnlyList<(Guid CommitmentId, string Key, Guid Id)> Subjects { get; private init; } = [];

    /// <summary>All of the company, in the order in which they were opened: one query.</summary>
    internal static async Task<DisputedObligations> ReadAsync(Db db, CancellationToken token)
    {
        var rows = await db.Set<Dispute>().AsNoTracking().OrderBy(row => row.OpenedAt).ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.CommitmentId,
                row.Obligation,
                row.Wish,
                End = db.Set<DisputeStep>().Where(step => step.DisputeId == row.Id && step.Kind != DisputeStepKind.Refused)
                    .OrderBy(step => step.At).Select(step => (DisputeStepKind?)step.Kind).FirstOrDefault(),
            })
            .ToListAsync(token);
        var all = new DisputedObligations { Subjects = rows.ConvertAll(row => (row.CommitmentId, row.Obligation, row.Id)) };
        foreach (var row in rows)
        {
            var contested = new Contested(row.CommitmentId, row.Obligation);
            if (row.End is null)
            {
                all._open[contested] = row.Wish;
            }
            else if (row.End == DisputeStepKind.Agreed)
            {
                all._agreed[contested] = row.Wish;
            }
        }

        return all;
    }
}
