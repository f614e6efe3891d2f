namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-15: the file ties to the filed accounts; and it holds no entries that close the income accounts.</summary>
internal sealed class Fec15Filed() : Control("FEC-15")
{
    public override IEnumerable<string> Missing(ControlMatter matter) => matter.Options.Filed is null ? ["Filed"] : [];

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var income = AccountBalances.Of(matter.Books).Where(account => matter.Books.Accounts[account.Account] is [(byte)'6' or (byte)'7', ..]).ToList();
        if (income.Exists(account => !account.Debit.IsZero || !account.Credit.IsZero) && income.TrueForAll(account => account.Balance.IsZero))
        {
            yield return Found("Closed", ControlSeverity.Blocking, income.Count, null, []);
        }

        if (matter.Options.Filed is not { } filed)
        {
            yield break;
        }

        var own = MakeFigures.Run(matter.Books);
        (string Word, decimal Filed, decimal Own)[] figures =
        [
            ("Result", filed.Result, own.Result),
            ("Turnover", filed.Turnover, own.Turnover),
            ("TotalAssets", filed.TotalAssets, own.TotalAssets),
            ("Equity", filed.Equity, own.Equity),
            ("Cash", filed.Cash, own.Cash),
        ];
        foreach (var (word, typed, computed) in figures)
        {
            if (Math.Abs(typed - computed) > matter.Options.Thresholds.FiledTolerance)
            {
                yield return Found(word, ControlSeverity.Blocking, 1, Amount.FromEuros(Math.Abs(typed - computed)), [], FindingFact.Of(typed), FindingFact.Of(computed));
            }
        }
    }
}
