using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>
/// A file as it was received: what it was called, its hash and size, and the instant at which the program received it. The content
/// may be absent: the proof stays, the document does not.
/// </summary>
public sealed class StoredFile : ICompanyOwned
{
    public const int MaxNameLength = 255;
    public const int MaxMediaTypeLength = 127;

    private StoredFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    public long Size { get; private init; }

    /// <summary>Name as sent, without any folder; shown, never used as a path.</summary>
    public string Name { get; private init; } = "";

    public string MediaType { get; private init; } = "";

    public Instant ReceivedAt { get; private init; }

    /// <summary>Whether the content is kept, or only the proof that it was received.</summary>
    public bool HasContent { get; private set; }

    internal static StoredFile Create(Guid companyId, string hash, long size, string name, string mediaType, Instant receivedAt, bool hasContent) => new()
    {
        CompanyId = companyId,
        Hash = hash,
        Size = size,
        Name = name,
        MediaType = mediaType,
        ReceivedAt = receivedAt,
        HasContent = hasContent,
    };

    internal void DropContent() => HasContent = false;
}
