namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-14: round amounts, weight of the miscellaneous journals, entries of the last day, labels that say nothing.</summary>
internal sealed class Fec14Habits(FecThresholds thresholds, DateOnly? closing) : Control("FEC-14")
{
    private readonly LineTally _round = new();
    private readonly LineTally _miscellaneous = new();
    private readonly LineTally _lastDay = new();
    private readonly LineTally _labels = new();
    private readonly int _closing = closing?.DayNumber ?? -1;
    private Amount _roundAmount;
    private Amount _miscellaneousAmount;
    private Amount _lastDayAmount;

    public override void Look(FecLine line)
    {
        if (IsRound(line))
        {
            _round.Add(line.Number);
            _roundAmount += (line.Debit.IsZero ? line.Credit : line.Debit).Size;
        }

        _labels.AddIf(SaysNothing(line[FecColumn.EcritureLib]), line.Number);
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        if (books.JournalStates[books.Journal].IsMiscellaneous)
        {
            _miscellaneous.AddIf(books.IsNewEntry, line.Number);
            _miscellaneousAmount += line.Debit;
        }

        if (line.EntryDay.IsDay && line.EntryDay.Number == _closing)
        {
            _lastDay.AddIf(books.IsNewEntry, line.Number);
            _lastDayAmount += line.Debit;
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (_round.Count > 0)
        {
            yield return Found("Round", ControlSeverity.Info, _round.Count, _roundAmount, _round.Lines, FindingFact.Of(thresholds.RoundTo));
        }

        if (_miscellaneous.Count > 0)
        {
            yield return Found("Miscellaneous", ControlSeverity.Info, _miscellaneous.Count, _miscellaneousAmount, _miscellaneous.Lines, Share(_miscellaneousAmount, matter.Books.Debit));
        }

        if (_lastDay.Count > 0)
        {
            yield return Found("LastDay", ControlSeverity.Info, _lastDay.Count, _lastDayAmount, _lastDay.Lines);
        }

        if (_labels.Count > 0)
        {
            yield return Found("Labels", ControlSeverity.Info, _labels, FindingFact.Of(thresholds.ShortLabel));
        }
    }

    private static FindingFact Share(Amount part, Amount whole) =>
        FindingFact.Of(whole.IsZero ? 0 : Math.Round(part.ToDecimal() / whole.ToDecimal() * 100, 1));

    private bool IsRound(FecLine line)
    {
        if (line.Cents >= 0)
        {
            return line.Cents > 0 && line.Cents % (thresholds.RoundTo * 100L) == 0;
        }

        var amount = line.Debit.IsZero ? line.Credit : line.Debit;
        return !amount.IsZero && amount.IsMultipleOf(thresholds.RoundTo);
    }

    private bool SaysNothing(ReadOnlySpan<byte> label) =>
        label.Length < thresholds.ShortLabel || (label.Length is 6 or 7 && System.Text.Ascii.EqualsIgnoreCase(label[..6], "DIVERS"u8) && (label.Length == 6 || (label[6] | 0x20) == 'e'));
}
