using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// How many obligations stand where, for a month, a commitment, a provider or a year. A late one whose delay belongs to somebody
/// else than the party who owed it is counted apart and leaves the base.
/// </summary>
public sealed class Tally
{
    /// <summary>Fewer obligations than this are written as counts, without a rate or a trend.</summary>
    public const int FewerThanARate = 20;

    private readonly int[] _standings = new int[(int)Standing.Outside + 1];
    private readonly int[] _delays = new int[Enum.GetValues<Imputation>().Length];

    public int this[Standing standing] => _standings[(int)standing];

    /// <summary>Late obligations whose delay was attributed to <paramref name="whose"/>.</summary>
    public int LateBy(Imputation whose) => _delays[(int)whose];

    /// <summary>Late obligations that were not the doing of the party who owed them: outside of the base.</summary>
    public int Excused { get; private set; }

    /// <summary>Obligations whose outcome is not the same with and without the provider's word.</summary>
    public int Differing { get; private set; }

    /// <summary>Every obligation, the base's and the others.</summary>
    public int All { get; private set; }

    public int Proven => this[Standing.KeptProven];

    public int Kept => Proven + this[Standing.KeptByCompany] + this[Standing.KeptByProvider];

    /// <summary>Late, less those excused.</summary>
    public int Late => this[Standing.Late] - Excused;

    public int NoTrace => this[Standing.NoTrace];

    /// <summary>Obligations that have no independent trace: on one side's word alone, or without any.</summary>
    public int WithoutIndependentTrace => this[Standing.KeptByCompany] + this[Standing.KeptByProvider] + NoTrace;

    /// <summary>What the rates are of: due, less cancelled, not applicable, imprecise, and those that were somebody else's doing.</summary>
    public int Base => Kept + Late + NoTrace;

    public bool IsFew => Base < FewerThanARate;

    /// <summary>Counts one obligation owed by <paramref name="performer"/>.</summary>
    public void Add(Standing standing, Imputation? delay, Party performer, bool differs = false)
    {
        All++;
        _standings[(int)standing]++;
        Differing += differs ? 1 : 0;
        if (standing != Standing.Late)
        {
            return;
        }

        var whose = delay ?? Imputation.Undetermined;
        _delays[(int)whose]++;
        Excused += IsExcused(whose, performer) ? 1 : 0;
    }

    public void Add(Tally other)
    {
        for (var i = 0; i < _standings.Length; i++)
        {
            _standings[i] += other._standings[i];
        }

        for (var i = 0; i < _delays.Length; i++)
        {
            _delays[i] += other._delays[i];
        }

        All += other.All;
        Excused += other.Excused;
        Differing += other.Differing;
    }

    /// <summary>The same for both sides: a delay counts against whoever owed the work, unless it was wholly somebody else's.</summary>
    public static bool IsExcused(Imputation whose, Party performer) => whose switch
    {
        Imputation.ThirdParty => performer != Party.ThirdParty,
        Imputation.Company => performer != Party.Company,
        Imputation.Provider => performer != Party.Provider,
        _ => false,
    };
}
