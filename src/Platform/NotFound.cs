namespace Pupitre.Platform;

/// <summary>What the address names does not exist for this person. Answered with 404, whether it exists for somebody else or not.</summary>
public sealed class NotFound() : Exception("Not found.");
