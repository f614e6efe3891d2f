using NodaTime;

namespace Pupitre.Platform.Access;

/// <summary>The framework's notion of now is the program's: cookies and stamps age by the clock that everything else goes by.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
