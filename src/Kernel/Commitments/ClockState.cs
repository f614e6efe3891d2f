namespace Pupitre.Kernel.Commitments;

/// <summary>What a clock is doing at one moment of a replay.</summary>
internal enum ClockState : byte
{
    /// <summary>Not started yet.</summary>
    Idle,
    Running,

    /// <summary>Paused by an event that one of the four classes attests; <see cref="Paused"/> + class.</summary>
    Paused,
    PausedByReceipt,
    PausedByCompany,
    PausedByProvider,

    /// <summary>Paused by a word of the provider that the company has confirmed.</summary>
    PausedByConfirmedProvider,

    /// <summary>Between a stop and the reopening that follows.</summary>
    Stopped,

    /// <summary>Over: nothing that follows matters.</summary>
    Over,
}

internal static class ClockStates
{
    public static bool IsPaused(this ClockState state) => state is >= ClockState.Paused and <= ClockState.PausedByConfirmedProvider;

    /// <summary>The clock has started, is not over, and does not run.</summary>
    public static bool IsHeld(this ClockState state) => state is >= ClockState.Paused and <= ClockState.Stopped;

    public static SourceClass? Source(this ClockState state) => state switch
    {
        ClockState.PausedByConfirmedProvider => SourceClass.Provider,
        _ when state.IsPaused() => (SourceClass)(state - ClockState.Paused),
        _ => null,
    };

    public static StretchKind Kind(this ClockState state) =>
        state == ClockState.Running ? StretchKind.Running : state == ClockState.Stopped ? StretchKind.Stopped : StretchKind.Paused;

    /// <summary>The pause that <paramref name="item"/> opens.</summary>
    public static ClockState PausedBy(in ClockEvent item) => item is { Source: SourceClass.Provider, Confirmed: true }
        ? ClockState.PausedByConfirmedProvider
        : ClockState.Paused + (byte)item.Source;

    /// <summary>Of two pauses at once, the one that stands on more: it alone decides whether the time rests on the provider.</summary>
    public static ClockState Stronger(ClockState one, ClockState other) => Rank(one) <= Rank(other) ? one : other;

    private static int Rank(ClockState pause) => pause switch
    {
        ClockState.PausedByProvider => 9,
        ClockState.PausedByConfirmedProvider => (int)ClockState.PausedByReceipt,
        _ => (int)pause,
    };
}
