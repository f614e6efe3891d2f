using NodaTime;

namespace Pupitre.Platform.Access;

/// <summary>The notion of now of the framework's cookies is the program's: they age by the clock that everything else goes by.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
