namespace Pupitre.Kernel.Commitments;

/// <summary>
/// What a rate is out of, in one reading, everywhere: met + missed + noTrace + noEvidence, less every missed or noTrace whose delay is
/// wholly another's than whoever had to do it. Outside, each named: cancelled, not applicable, waived, open, imprecise, undated, not
/// yet proven. Add each obligation once.
/// </summary>
public sealed class RateBase
{
    /// <summary>Under this number of obligations a rate is written "11 of 12", without a percentage or a trend.</summary>
    public const int FewestForARate = 20;

    private readonly int[] _count = new int[Enum.GetValues<Outcome>().Length];

    /// <summary>Obligations in the base.</summary>
    public int Base => Kept + NotKept + this[Outcome.NoEvidence];

    /// <summary>Those that were kept.</summary>
    public int Kept => this[Outcome.Met];

    /// <summary>Those that were not: missed (by whoever had to do it, by both or by nobody knows) and without a trace.</summary>
    public int NotKept => this[Outcome.Missed] + this[Outcome.NoTrace];

    /// <summary>Not kept, and the delay is wholly another's: outside the base, printed beside it.</summary>
    public int DelayOfOthers { get; private set; }

    /// <summary>Pending, at risk or paused: not due yet.</summary>
    public int Open => this[Outcome.Pending] + this[Outcome.AtRisk] + this[Outcome.Paused];

    /// <summary>The share kept, from 0 to 1, or null when nothing is in the base.</summary>
    public double? Share => Base == 0 ? null : (double)Kept / Base;

    /// <summary>Whether a rate may be written at all: something is in the base, and what is done at an unknown date does not outnumber it.</summary>
    public bool IsKnown => Base > 0 && this[Outcome.Undated] <= Base;

    /// <summary>Whether the rate may be a percentage: there are at least <see cref="FewestForARate"/> obligations.</summary>
    public bool IsARate => IsKnown && Base >= FewestForARate;

    /// <summary>How many obligations of the base (or outside it) had that outcome; those of another's delay are in <see cref="DelayOfOthers"/> instead.</summary>
    public int this[Outcome outcome] => _count[(int)outcome];

    /// <summary>Whether a delay is wholly another's than the one who had to do it.</summary>
    public static bool IsOfAnother(Imputation? delay, Party performer) => delay switch
    {
        Imputation.Company => performer != Party.Company,
        Imputation.Provider => performer != Party.Provider,
        Imputation.ThirdParty => performer != Party.ThirdParty,
        _ => false,
    };

    /// <summary>Counts one obligation.</summary>
    /// <param name="outcome">Its outcome in the reading of this rate.</param>
    /// <param name="performer">Who had to do it: the delays of the others leave the base, on both sides alike.</param>
    /// <param name="delay">Whose delay it is, when it was not kept.</param>
    public void Add(Outcome outcome, Party performer, Imputation? delay = null)
    {
        if (outcome is Outcome.Missed or Outcome.NoTrace && IsOfAnother(delay, performer))
        {
            DelayOfOthers++;
            return;
        }

        _count[(int)outcome]++;
    }

    /// <summary>Counts what another base has counted.</summary>
    public void Add(RateBase other)
    {
        for (var i = 0; i < _count.Length; i++)
        {
            _count[i] += other._count[i];
        }

        DelayOfOthers += other.DelayOfOthers;
    }
}
