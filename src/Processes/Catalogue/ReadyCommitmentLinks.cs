namespace Pupitre.Processes.Catalogue;

/// <summary>What the module of commitments calls each ready one, and where it is agreed; registered by it, for this module does not know them.</summary>
/// <param name="Name">Name of a ready commitment by its number, in the reader's language; null for none.</param>
/// <param name="PathOf">Where one of a process is agreed, below the company's address.</param>
public sealed record ReadyCommitmentLinks(Func<int, string?> Name, Func<int, Guid, string> PathOf);
