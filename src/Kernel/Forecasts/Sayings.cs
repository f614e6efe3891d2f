namespace Pupitre.Kernel.Forecasts;

/// <summary>Adds up what was said and what happened, tenth by tenth.</summary>
internal sealed class Sayings
{
    private readonly (int Said, double Expected, int Missed)[] _tenths = new (int, double, int)[ForecastTenth.Count];
    private double _squares;

    public void Add(double chance, bool isMissed)
    {
        ref var tenth = ref _tenths[Math.Min((int)(chance * ForecastTenth.Count), ForecastTenth.Count - 1)];
        var happened = isMissed ? 1 : 0;
        tenth = (tenth.Said + 1, tenth.Expected + chance, tenth.Missed + happened);
        _squares += (chance - happened) * (chance - happened);
    }

    public ForecastRecord Record(int cases)
    {
        var said = _tenths.Sum(tenth => tenth.Said);
        var missed = _tenths.Sum(tenth => tenth.Missed);
        return new ForecastRecord(cases, said, Share(missed, said), Share(_squares, said),
        [
            .. _tenths.Index().Where(tenth => tenth.Item.Said > 0).Select(tenth => new ForecastTenth(
                tenth.Index, tenth.Item.Said, Share(tenth.Item.Expected, tenth.Item.Said), Share(tenth.Item.Missed, tenth.Item.Said))),
        ]);
    }

    private static double Share(double part, int whole) => whole == 0 ? 0 : part / whole;
}
