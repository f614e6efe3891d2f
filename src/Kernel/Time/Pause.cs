using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>A stretch <c>[From, To)</c> during which a clock does not run.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it, or null while it is open.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Pause(Instant From, Instant? To);

/// <summary>By when something is due once its pauses are taken into account.</summary>
/// <param name="At">The due instant, or null: a pause that began before it is still open, so there is none, never a guess.</param>
/// <param name="Paused">Open time spent in the closed pauses that began before the due instant.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DueInstant(Instant? At, Duration Paused);
