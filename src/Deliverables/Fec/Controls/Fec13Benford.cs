namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-13: first digits of the amounts against Benford's law: a distance and a plot, no verdict.</summary>
internal sealed class Fec13Benford(FecThresholds thresholds) : Control("FEC-13")
{
    private readonly long[] _counts = new long[10];
    private readonly long _smallestCents = thresholds.BenfordSmallestAmount * 100L;
    private readonly Amount _smallest = Amount.FromEuros(thresholds.BenfordSmallestAmount);

    public override void Look(FecLine line)
    {
        if (line.Cents < 0)
        {
            Add(line.Debit);
            Add(line.Credit);
        }
        else if (line.Cents >= _smallestCents)
        {
            var digits = (ulong)line.Cents;
            while (digits >= 1000)
            {
                digits /= 100;
            }

            _counts[digits >= 100 ? digits / 100 : digits >= 10 ? digits / 10 : digits]++;
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var distribution = Distribution();
        return distribution.Amounts < thresholds.BenfordFewestAmounts
            ? []
            : [Found("Distance", ControlSeverity.Info, distribution.Amounts, null, [], FindingFact.Of((decimal)Math.Round(distribution.MeanAbsoluteDeviation * 100, 2)))];
    }

    public BenfordDistribution Distribution()
    {
        var amounts = _counts.Sum();
        var deviation = amounts == 0 ? 0 : BenfordDistribution.Expected.Select((share, at) => Math.Abs((_counts[at + 1] / (double)amounts) - share)).Average();
        return new([.. _counts[1..]], amounts, deviation);
    }

    private void Add(Amount amount)
    {
        if (!amount.IsZero && amount.Size >= _smallest)
        {
            _counts[amount.FirstDigit]++;
        }
    }
}
