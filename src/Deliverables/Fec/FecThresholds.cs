namespace Pupitre.Deliverables.Fec;

/// <summary>The thresholds of the controls, with the values that suit a small company.</summary>
public sealed record FecThresholds
{
    /// <summary>FEC-01: above this share of lines dated outside the fiscal year, the file is about another year. From 0 to 1.</summary>
    public double MostShareOutsideYear { get; init; } = 0.1;

    /// <summary>FEC-01: a file whose last entry is so many days before the closing is an interim one.</summary>
    public int InterimDays { get; init; } = 31;

    /// <summary>FEC-04: a document may bear a date so many days after that of its entry.</summary>
    public int DocumentAfterEntryDays { get; init; }

    /// <summary>FEC-09: distance in euros between the tax booked and the tax that a rate gives, for each line of tax or sales.</summary>
    public decimal VatToleranceByLine { get; init; } = 0.01m;

    /// <summary>FEC-13: smallest amount looked at, in euros.</summary>
    public int BenfordSmallestAmount { get; init; } = 10;

    /// <summary>FEC-13: fewest amounts that are worth a distribution.</summary>
    public int BenfordFewestAmounts { get; init; } = 300;

    /// <summary>FEC-14: an amount is round when it is a multiple of so many euros.</summary>
    public int RoundTo { get; init; } = 100;

    /// <summary>FEC-14: a label shorter than so many characters says nothing.</summary>
    public int ShortLabel { get; init; } = 3;

    /// <summary>FEC-15: distance allowed between a typed figure and that of the file, in euros: returns are filed in whole euros, box by box.</summary>
    public decimal FiledTolerance { get; init; } = 5m;
}
