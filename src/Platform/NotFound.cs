namespace Pupitre.Platform;

/// <summary>What the address names does not exist for this person. Answered with 404, whether it exists for somebody else or not.</summary>
/// <param name="words">What to say in place of the usual sentence, in the reader's language; null says that one.</param>
public sealed class NotFound(string? words = null) : Exception(words ?? "Not found.")
{
    public string? Words => words;
}
