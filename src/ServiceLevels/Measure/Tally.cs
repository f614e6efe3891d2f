using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// How many obligations stand where, for a month, a commitment, a provider or a year: the drawing of a bar beside the bases that its
/// rates are of (<see cref="RateBase"/>). A delay that is wholly another's leaves both.
/// </summary>
public sealed class Tally
{
    private readonly int[] _standings = new int[(int)Standing.Outside + 1];
    private readonly int[] _delays = new int[Enum.GetValues<Imputation>().Length];
    private readonly RateBase _counted = new();
    private readonly RateBase _evidenced = new();
    private readonly RateBase _proven = new();
    private readonly RateBase _ifAdmitted = new();
    private readonly RateBase _undisputed = new();

    /// <summary>Obligations that stand there, less those whose delay is wholly another's.</summary>
    public int this[Standing standing] => _standings[(int)standing];

    /// <summary>Late obligations whose delay was attributed to <paramref name="whose"/>.</summary>
    public int LateBy(Imputation whose) => _delays[(int)whose];

    /// <summary>Not kept, and wholly the doing of another than the party who owed them: outside of the base.</summary>
    public int Excused => _counted.DelayOfOthers;

    /// <summary>Obligations that one side contests: they keep their computed outcome in every other figure.</summary>
    public int Disputed { get; private set; }

    /// <summary>Kept if whoever contests were right, and what that rate is of.</summary>
    public int KeptIfAdmitted => _ifAdmitted.Kept;

    public int BaseIfAdmitted => _ifAdmitted.Base;

    /// <summary>Kept, and what that rate is of, without what is contested: for whatever blames.</summary>
    public int KeptUndisputed => _undisputed.Kept;

    public int BaseUndisputed => _undisputed.Base;

    /// <summary>Obligations whose outcome is not the same with and without the provider's word.</summary>
    public int Differing { get; private set; }

    /// <summary>Every obligation, the base's and the others.</summary>
    public int All { get; private set; }

    public int Proven => this[Standing.KeptProven];

    public int Kept => Proven + this[Standing.KeptByCompany] + this[Standing.KeptByProvider];

    /// <summary>Late on anybody's word, less those excused.</summary>
    public int Late => this[Standing.Late] + this[Standing.LateByCompany] + this[Standing.LateByProvider];

    public int NoTrace => this[Standing.NoTrace];

    /// <summary>Obligations that have no independent trace: on one side's word alone, or without any.</summary>
    public int WithoutIndependentTrace => this[Standing.KeptByCompany] + this[Standing.KeptByProvider] + NoTrace;

    /// <summary>Done at a date that nobody knows.</summary>
    public int Undated => this[Standing.Undated];

    /// <summary>What the rates are of when everybody is believed; the parts of a bar add up to it.</summary>
    public int Base => _counted.Base;

    /// <summary>What the rate with proof is of: smaller where a lateness, or a date in time, stands on one side's word.</summary>
    public int ProvenBase => _proven.Base;

    /// <summary>Kept without the provider's word, and what that rate is of.</summary>
    public int Evidenced => _evidenced.Kept;

    public int EvidencedBase => _evidenced.Base;

    /// <summary>Obligations whose time has come, and of which something could therefore be known.</summary>
    public int Due => Base + Excused + Undated + this[Standing.Imprecise] + this[Standing.NotYetProven];

    /// <summary>Those of them of which something is known: neither still to be filled in nor without a trace.</summary>
    public int Told => Due - this[Standing.NotYetProven] - NoTrace;

    /// <summary>Whether a rate may be written, all declarations counted.</summary>
    public bool IsKnown => _counted.IsKnown;

    /// <summary>Whether a rate with proof may be written.</summary>
    public bool IsProvenKnown => _proven.IsKnown;

    /// <summary>Too few, or too little known, for a percentage and a trend.</summary>
    public bool IsFew => !_counted.IsARate;

    /// <summary>The same of the rate with proof.</summary>
    public bool IsProvenFew => !_proven.IsARate;

    public bool IsEvidencedFew => !_evidenced.IsARate;

    /// <summary>Counts a due date.</summary>
    public void Add(JudgedOccurrence item) =>
        Add(item.Standing, item.Evidenced.Outcome, item.Proven.Outcome, item.Delay?.Imputation, item.Commitment.Row.Performer,
            item.Differs, item.Disputed);

    /// <summary>Counts one obligation.</summary>
    /// <param name="standing">Where it stands, all declarations counted.</param>
    /// <param name="evidenced">Its outcome without the provider's word.</param>
    /// <param name="proven">Its outcome with proof only.</param>
    /// <param name="delay">Whose delay it is, when it was not kept.</param>
    /// <param name="performer">Who owed it.</param>
    /// <param name="differs">Whether the provider's word changes its outcome.</param>
    /// <param name="disputed">What one side says that it should read; null while nobody contests it.</param>
    public void Add(
        Standing standing, Outcome evidenced, Outcome proven, Imputation? delay, Party performer, bool differs,
            DisputeWish? disputed = null)
    {
        All++;
        Differing += differs ? 1 : 0;
        var outcome = OutcomeOf(standing);
        _counted.Add(outcome, performer, delay);
        _evidenced.Add(evidenced, performer, delay);
        _proven.Add(proven, performer, delay);
        AddDispute(outcome, performer, delay, disputed);
        if (standing.IsLate() && disputed is null)
        {
            _delays[(int)(delay ?? Imputation.Undetermined)]++;
        }

        if (outcome is not (Outcome.Missed or Outcome.NoTrace) || !RateBase.IsOfAnother(delay, performer))
        {
            _standings[(int)standing]++;
        }
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
        Differing += other.Differing;
        Disputed += other.Disputed;
        _ifAdmitted.Add(other._ifAdmitted);
        _undisputed.Add(other._undisputed);
        _counted.Add(other._counted);
        _evidenced.Add(other._evidenced);
        _proven.Add(other._proven);
    }

    private void AddDispute(Outcome outcome, Party performer, Imputation? delay, DisputeWish? disputed)
    {
        if (disputed is not { } wish)
        {
            _ifAdmitted.Add(outcome, performer, delay);
            _undisputed.Add(outcome, performer, delay);
            return;
        }

        Disputed++;
        _ifAdmitted.Add(wish.Outcome() ?? outcome, performer, wish.Outcome() is null ? wish.Delay() ?? delay : null);
    }

    // What a stricter reading shows as kept is kept, whatever a word that it leaves out would make of it: the base follows the drawing.
    private static Outcome OutcomeOf(Standing standing) => standing switch
    {
        Standing.KeptProven or Standing.KeptByCompany or Standing.KeptByProvider => Outcome.Met,
        Standing.Late or Standing.LateByCompany or Standing.LateByProvider => Outcome.Missed,
        Standing.NoTrace => Outcome.NoTrace,
        Standing.Imprecise => Outcome.Imprecise,
        Standing.Undated => Outcome.Undated,
        Standing.NotYetProven => Outcome.NotYetProven,
        Standing.Waived => Outcome.Waived,
        Standing.Outside => Outcome.Cancelled,
        _ => Outcome.Pending,
    };
}
