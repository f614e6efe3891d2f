using NodaTime;

namespace Pupitre.Platform.Forms;

/// <summary>A form that was sent: its key is unique, so the same form sent again finds the answer instead of doing its work twice.</summary>
internal sealed class PostedForm
{
    public const int MaxAddressLength = 2000;

    private PostedForm()
    {
    }

    public Guid Key { get; private init; }

    public Instant At { get; private init; }

    /// <summary>Where the first answer led; null while it is at work.</summary>
    public string? Address { get; private init; }
}
