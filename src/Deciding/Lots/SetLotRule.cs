using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;

namespace Pupitre.Deciding.Lots;

/// <summary>Says that one process is moved before another, takes that back, or puts it back.</summary>
public sealed class SetLotRule(Db db)
{
    /// <param name="thenId">The process that comes after.</param>
    /// <param name="firstId">The process that comes before; null for none chosen.</param>
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">The other process is not there or the same, or the two would wait for each other.</exception>
    public async Task AddAsync(Guid thenId, Guid? firstId, CancellationToken token)
    {
        WholeCompany.Require(db);
        var ends = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null && (row.Id == thenId || row.Id == firstId))
            .ToDictionaryAsync(row => row.Id, token);
        var then = ends.GetValueOrDefault(thenId) ?? throw new NotFound();
        if (firstId is not { } id || id == thenId || !ends.TryGetValue(id, out var first))
        {
            throw new Refused(Texts.Lot_FirstMissing, nameof(LotRuleInput.FirstId));
        }

        await using var turn = await db.BeginAloneAsync(token);
        var rules = await db.Set<LotRule>().ToListAsync(token);
        var rule = rules.Find(row => row.FirstId == first.Id && row.ThenId == then.Id);
        if (rule is { IsRemoved: false })
        {
            return;
        }

        Refuse(rules, first, then);
        if (rule is null)
        {
            db.Add(LotRule.Create(first.Id, then.Id));
        }
        else
        {
            rule.Restore();
        }

        db.Record("LotRuleAdded", then.Ref, new { then.Name, First = first.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }

    /// <returns>The process that came after.</returns>
    /// <exception cref="NotFound">The company has no such rule.</exception>
    /// <exception cref="Refused">Put back, it would let two processes wait for each other.</exception>
    public async Task<Guid> RemoveAsync(Guid id, bool isBack, CancellationToken token)
    {
        WholeCompany.Require(db);
        await using var turn = await db.BeginAloneAsync(token);
        var rules = await db.Set<LotRule>().ToListAsync(token);
        var rule = rules.Find(row => row.Id == id) ?? throw new NotFound();
        var first = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == rule.FirstId, token);
        var then = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == rule.ThenId, token);
        if (rule.IsRemoved != isBack)
        {
            return then.Id;
        }

        if (isBack)
        {
            Refuse(rules, first, then);
            rule.Restore();
        }
        else
        {
            rule.Remove();
        }

        db.Record(isBack ? "LotRuleAdded" : "LotRuleRemoved", then.Ref, new { then.Name, First = first.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
        return then.Id;
    }

    // What people say never goes in a circle; only links of the map do, and give way.
    private static void Refuse(List<LotRule> rules, Process first, Process then)
    {
        var live = rules.FindAll(row => !row.IsRemoved);
        if (live.Count >= LotRule.MaxRules)
        {
            throw new Refused(Texts.Lot_TooManyRules.With(LotRule.MaxRules));
        }

        var numbers = live.SelectMany(row => new[] { row.FirstId, row.ThenId }).Append(first.Id).Append(then.Id).Distinct().Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index);
        var links = live.ConvertAll(row => new GraphLink(numbers[row.FirstId], numbers[row.ThenId], null));
        links.Add(new GraphLink(numbers[first.Id], numbers[then.Id], null));
        if (LinkCircles.Of(LinkGraph.Of(numbers.Count, links)).Count > 0)
        {
            throw new Refused(Texts.Lot_RuleCircle.With(first.Name, then.Name));
        }
    }
}
