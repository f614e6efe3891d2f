namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-02: debit equals credit for each entry, to the cent and beyond; and, for information, for each journal and month.</summary>
internal sealed class Fec02Balance() : Control("FEC-02")
{
    private readonly Dictionary<(int Journal, int Month), Amount> _months = [];
    private readonly LineTally _tooLong = new();
    private (int Journal, int Month) _lastKey;
    private Amount _running;

    public override void Look(FecLine line) =>
        _tooLong.AddIf(line.DebitForm == AmountForm.TooLong || line.CreditForm == AmountForm.TooLong, line.Number);

    public override void Line(FecLine line, RunningBooks books)
    {
        if (!line.EntryDay.IsDay)
        {
            return;
        }

        var key = (books.Journal, books.MonthOf(line.EntryDay.Number));
        if (key != _lastKey)
        {
            Keep();
            _lastKey = key;
        }

        _running += line.Balance;
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        Keep();
        var states = matter.Books.EntryStates;
        var unbalanced = Enumerable.Range(0, states.Count).Where(entry => states[entry].Debit != states[entry].Credit).ToList();
        if (unbalanced.Count > 0)
        {
            var amount = unbalanced.Aggregate(default(Amount), (sum, entry) => sum + (states[entry].Debit - states[entry].Credit).Size);
            var whole = (matter.Books.Debit - matter.Books.Credit).ToDecimal();
            yield return Found("Entries", ControlSeverity.Blocking, unbalanced.Count, amount, matter.LinesOfEntries(unbalanced), FindingFact.Of(whole));
        }

        if (_tooLong.Count > 0)
        {
            yield return Found("TooLong", ControlSeverity.Info, _tooLong, FindingFact.Of(AmountText.MostDigits));
        }

        var months = _months.Values.Where(balance => !balance.IsZero).ToList();
        if (months.Count > 0)
        {
            yield return Found("Months", ControlSeverity.Info, months.Count, months.Aggregate(default(Amount), (sum, balance) => sum + balance.Size), []);
        }
    }

    /// <summary>Lines of one journal and month follow each other: their sum is kept when another begins.</summary>
    private void Keep()
    {
        if (!_running.IsZero)
        {
            _months[_lastKey] = _months.GetValueOrDefault(_lastKey) + _running;
            _running = default;
        }
    }
}
