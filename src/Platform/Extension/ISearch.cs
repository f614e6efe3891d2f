using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>Finds things of one kind by words, for the one search field of the frame. Each module contributes its own kinds.</summary>
public interface ISearch
{
    /// <summary>Place among the kinds, the smallest first; tens, so that another can stand between two.</summary>
    int Order { get; }

    /// <summary>The kind in the plural, in the reader's language: "Prestataires".</summary>
    string Kind { get; }

    /// <summary>Who may find such things.</summary>
    Permit Permit { get; }

    /// <summary>What holds all of the words, the likeliest first: one query.</summary>
    /// <param name="words">At least one.</param>
    /// <param name="most">How many are wanted.</param>
    Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token);
}

/// <summary>Something that was found.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Path">Where it is shown, below the company's address.</param>
/// <param name="Note">What tells it from others of its name.</param>
public sealed record SearchHit(string Name, string Path, string? Note = null);
