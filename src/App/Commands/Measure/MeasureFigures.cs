using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.App.Commands.Measure;

/// <summary>What <c>measure</c> prints.</summary>
internal sealed class MeasureFigures
{
    private readonly ReadingFigures[] _readings = [new(), new(), new()];
    private long _pausedByProviderOnly;

    public int Cases { get; private set; }

    /// <summary>Cases whose declared and evidenced outcomes differ.</summary>
    public int OutcomeChanged { get; private set; }

    public double PausedSecondsDeclaredByProviderOnly => Seconds(_pausedByProviderOnly);

    public ReadingFigures this[Reading reading] => _readings[(int)reading];

    public void Add(ReadOnlySpan<ClockVerdict> verdicts)
    {
        Cases++;
        for (var i = 0; i < verdicts.Length; i++)
        {
            _readings[i].Add(verdicts[i]);
        }

        var (declared, evidenced) = (verdicts[(int)Reading.Declared], verdicts[(int)Reading.Evidenced]);
        OutcomeChanged += declared.Outcome == evidenced.Outcome ? 0 : 1;
        _pausedByProviderOnly += declared.HasStopped ? declared.PausedByProviderOnly.BclCompatibleTicks : 0;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["cases"] = Cases };
        foreach (var reading in Readings.All)
        {
            json[NameOf(reading)] = this[reading].ToJson(withNoEvidence: reading != Reading.Declared);
        }

        json["outcomeChanged"] = OutcomeChanged;
        json["pausedSecondsDeclaredByProviderOnly"] = PausedSecondsDeclaredByProviderOnly;
        return json;
    }

    internal static double Seconds(double ticks) => ticks / NodaConstants.TicksPerSecond;

    private static string NameOf(Reading reading) => reading.ToString().ToLower(CultureInfo.InvariantCulture);
}

/// <summary>The figures of one reading.</summary>
internal sealed class ReadingFigures
{
    private readonly RateBase _rate = new();
    private readonly List<long> _running = [];
    private bool _isSorted;

    public int this[Outcome outcome] => _rate[outcome];

    public void Add(in ClockVerdict verdict)
    {
        _rate.Add(verdict.Outcome, Party.Provider);
        if (verdict.HasStopped)
        {
            _running.Add(verdict.Running.BclCompatibleTicks);
            _isSorted = false;
        }
    }

    /// <summary>Running open seconds, interpolated between order statistics (h = (n - 1) p); null when no case has stopped.</summary>
    public double? Percentile(double p)
    {
        if (!_isSorted)
        {
            _running.Sort();
            _isSorted = true;
        }

        return Quantile.Of(CollectionsMarshal.AsSpan(_running), p) is { } ticks ? MeasureFigures.Seconds(ticks) : null;
    }

    public JsonObject ToJson(bool withNoEvidence)
    {
        var json = new JsonObject
        {
            ["met"] = this[Outcome.Met],
            ["missed"] = this[Outcome.Missed],
            ["pending"] = this[Outcome.Pending] + this[Outcome.AtRisk],
            ["paused"] = this[Outcome.Paused],
            ["cancelled"] = this[Outcome.Cancelled],
            ["notApplicable"] = this[Outcome.NotApplicable],
        };
        if (withNoEvidence)
        {
            json["noEvidence"] = this[Outcome.NoEvidence];
        }

        json["p50"] = Percentile(Quantile.Half);
        json["p90"] = Percentile(Quantile.NineOfTen);
        return json;
    }
}
