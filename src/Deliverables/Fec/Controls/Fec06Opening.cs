namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-06: the year opens with the balances on which the year before closed.</summary>
internal sealed class Fec06Opening() : Control("FEC-06")
{
    public override IEnumerable<string> Missing(ControlMatter matter) => matter.YearBefore is not null ? [] : ["YearBefore"];

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (matter.YearBefore is not { } previous)
        {
            yield break;
        }

        var differences = CompareOpening.Run(previous.Books, matter.Books, matter.Text).Differences;
        var others = differences.Where(difference => !difference.IsAllocation).ToList();
        var found = others.Count > 0 ? others : [.. differences];
        if (found.Count > 0)
        {
            var amount = Amount.FromEuros(found.Sum(difference => Math.Abs(difference.Opening - difference.Closing)));
            var isMajor = others.Count > 0;
            yield return Found(isMajor ? "Differs" : "Allocation", isMajor ? ControlSeverity.Major : ControlSeverity.Minor, found.Count, amount, [],
                FindingFact.Of(string.Join(", ", found.Take(5).Select(difference => difference.Account))));
        }
    }
}
