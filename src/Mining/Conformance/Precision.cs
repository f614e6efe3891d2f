namespace Pupitre.Mining;

/// <summary>
/// How much of what a model allows is ever used (escaping edges: Munoz-Gama and Carmona, 2010; on aligned cases: Adriansyah, Munoz-Gama,
/// Carmona, van Dongen and van der Aalst, 2015).
/// </summary>
/// <remarks>
/// Each case is read as the visible steps of its alignment's run of the model. For every beginning of these, the activities with which the
/// model can go on (towards a complete run) are compared with those with which some case does go on; both are weighted by the cases that
/// share the beginning: precision = sum of cases times used / sum of cases times allowed. The end of a case is not an activity. 1 when
/// everything allowed is used, and where nothing is allowed at all.
/// </remarks>
/// <param name="Share">0 to 1.</param>
/// <param name="Allowed">Sum over beginnings of cases times the activities that the model allows next.</param>
/// <param name="Used">Sum over beginnings of cases times the activities that follow in some case.</param>
public sealed record Precision(double Share, long Allowed, long Used);
