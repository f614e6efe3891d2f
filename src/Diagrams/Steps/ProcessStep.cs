using System.Collections.Immutable;

namespace Pupitre.Diagrams;

/// <summary>A step of a process as a list says it: enough to draw it.</summary>
/// <param name="Key">What other steps call it; it becomes part of identifiers in the file, so that two versions can be compared.</param>
/// <param name="Role">Who does it; null when nobody has said.</param>
/// <param name="Next">What follows; several of them are alternatives when one has a share or a condition, else all of them. None: the end.</param>
/// <param name="Note">What else there is to say: tool, documents; kept as documentation.</param>
public sealed record ProcessStep(string Key, string Name, string? Role, ImmutableArray<NextStep> Next, string? Note = null);

/// <summary>What follows a step.</summary>
/// <param name="Key">Key of the step that follows.</param>
/// <param name="Share">In how many of 100 cases; null when nobody has said.</param>
/// <param name="Condition">When, in words.</param>
public sealed record NextStep(string Key, decimal? Share = null, string? Condition = null);
