using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>A model read from a file: what it allows, what it is drawn of, and what its author should look at.</summary>
/// <param name="Net">What the process may do.</param>
/// <param name="Elements">The steps of the drawing that the net speaks of, in the order of the file. Empty for PNML.</param>
/// <param name="Warnings">What was understood but looks wrong, or was left aside, in the reader's language.</param>
public sealed record ProcessModel(PetriNet Net, ImmutableArray<ModelElement> Elements, ImmutableArray<string> Warnings);

/// <summary>A step of a drawing.</summary>
/// <param name="Id">Its identifier: the <see cref="NetTransition.Element"/> of its transitions.</param>
/// <param name="Name">The activity that it stands for.</param>
/// <param name="Lane">The lane that it lies in, or null.</param>
/// <param name="Party">The pool (participant) whose process it belongs to, or null.</param>
public sealed record ModelElement(string Id, string Name, string? Lane, string? Party);
