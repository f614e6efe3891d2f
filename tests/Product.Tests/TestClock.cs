using NodaTime;

namespace Pupitre.Product.Tests;

/// <summary>
/// What "now" is for a program under test: a Thursday morning in Paris, which stands still until a test moves it on.
/// The program never asks the machine, so that a test says the same today, at a month's end and in ten years.
/// </summary>
public sealed class TestClock : IClock
{
    /// <summary>Thursday 26 November 2026, 10:30 in Paris.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private long _ticks = Start.ToUnixTimeTicks();

    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));
        set
        {
            HasMoved = true;
            Interlocked.Exchange(ref _ticks, value.ToUnixTimeTicks());
        }
    }

    /// <summary>Whether it was ever another moment than the one that it began with.</summary>
    public bool HasMoved { get; private set; }

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by)
    {
        HasMoved = true;
        Interlocked.Add(ref _ticks, (long)by.TotalTicks);
    }
}
