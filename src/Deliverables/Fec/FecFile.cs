using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>One part of a file: the whole of it, most often.</summary>
/// <param name="Name">Its name, with or without a folder; the tax office reads the company and the closing in it.</param>
/// <param name="Open">Opens its bytes from the start, each time it is called; the reader disposes of them.</param>
public sealed record FecPart(string Name, Func<Stream> Open);

/// <summary>An accounting file, in one part or in several (<c>_1</c>, <c>_2</c>) that are read as one.</summary>
public sealed class FecFile
{
    private FecFile(ImmutableArray<FecPart> parts) => Parts = parts;

    /// <summary>Its parts, in the order of their numbers.</summary>
    public ImmutableArray<FecPart> Parts { get; }

    /// <summary>Name of the first part, as given.</summary>
    public string Name => Parts[0].Name;

    /// <summary>A file over bytes that can be opened again.</summary>
    public static FecFile Of(string name, Func<Stream> open) => new([new(name, open)]);

    /// <summary>A file on a disk. It is refused as unreadable when it changes while it is read.</summary>
    public static FecFile AtPath(string path) => new([PartAtPath(path)]);

    /// <summary>A part on a disk; its reading fails when it changes meanwhile.</summary>
    public static FecPart PartAtPath(string path) => new(path, () => new UnchangedFile(path));

    /// <summary>Puts parts together: those of one company and closing whose names bear <c>_1</c>, <c>_2</c>... are one file. Others stay alone.</summary>
    /// <returns>The files, in the order of their first part among <paramref name="parts"/>.</returns>
    public static ImmutableArray<FecFile> Group(IEnumerable<FecPart> parts) =>
    [
        .. parts.Select((part, at) => (Part: part, Name: FecName.Parse(part.Name), At: at))
            .GroupBy(item => item.Name is { PartNumber: not null } name ? $"{Path.GetDirectoryName(item.Part.Name)}|{name.Prefix}|{name.DateText}" : $"|{item.At}")
            .Select(group => new FecFile([.. group.OrderBy(item => item.Name?.PartNumber).Select(item => item.Part)])),
    ];
}

/// <summary>A file that cannot be read at all, or that cannot be trusted to have been read whole. Nothing is reported of it.</summary>
/// <param name="message">What, where, and what to do, in the reader's language.</param>
/// <param name="inner">The problem underneath, when there is one.</param>
public sealed class UnreadableFec(string message, Exception? inner = null) : Exception(message, inner);
