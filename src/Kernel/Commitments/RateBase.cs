namespace Pupitre.Kernel.Commitments;

/// <summary>
/// What a rate is out of: the obligations due in the period, less cancelled, not applicable, and those whose delay is not the performer's.
/// Add each obligation once; open ones are counted apart, for they are not due.
/// </summary>
/// <param name="performer">Who performs the commitment. The delays of the others leave the base, on both sides alike.</param>
public sealed class RateBase(Party performer)
{
    /// <summary>Under this number of obligations a rate is written "11 of 12", without a percentage or a trend.</summary>
    public const int FewestForARate = 20;

    private readonly int[] _count = new int[Enum.GetValues<Outcome>().Length];

    /// <summary>Obligations in the base.</summary>
    public int Base => Kept + NotKept + this[Outcome.NoEvidence];

    /// <summary>Those that were kept.</summary>
    public int Kept => this[Outcome.Met];

    /// <summary>Those that were not: missed (by the performer, by both or by nobody knows) and without a trace.</summary>
    public int NotKept => this[Outcome.Missed] + this[Outcome.NoTrace];

    /// <summary>Not kept, and the delay is another party's: outside the base, printed beside it.</summary>
    public int DelayOfOthers { get; private set; }

    /// <summary>Pending, at risk or paused: not due yet.</summary>
    public int Open => this[Outcome.Pending] + this[Outcome.AtRisk] + this[Outcome.Paused];

    /// <summary>The share kept, from 0 to 1, or null when nothing is in the base.</summary>
    public double? Share => Base == 0 ? null : (double)Kept / Base;

    /// <summary>Whether a percentage may be written: there are at least <see cref="FewestForARate"/> obligations.</summary>
    public bool IsARate => Base >= FewestForARate;

    /// <summary>How many obligations of the base (or outside it) had that outcome.</summary>
    public int this[Outcome outcome] => _count[(int)outcome];

    /// <summary>Counts one obligation.</summary>
    /// <param name="outcome">Its outcome in the reading of this rate.</param>
    /// <param name="delay">Whose delay it is, when it was not kept.</param>
    public void Add(Outcome outcome, Imputation? delay = null)
    {
        if (outcome is Outcome.Missed or Outcome.NoTrace && IsOfAnother(delay))
        {
            DelayOfOthers++;
            return;
        }

        _count[(int)outcome]++;
    }

    private bool IsOfAnother(Imputation? delay) => delay switch
    {
        Imputation.Company => performer != Party.Company,
        Imputation.Provider => performer != Party.Provider,
        Imputation.ThirdParty => performer != Party.ThirdParty,
        _ => false,
    };
}
