using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Platform.Figures;

/// <summary>A figure as people read it: counts under twenty, rates with their base from there on.</summary>
public static class FigureWords
{
    public static string Of(Figure figure) => figure switch
    {
        { Base: 0 } => Texts.Figure_Nothing,
        { Value: null } => Texts.Ui_NotEnough,
        { Value: { } value, Base: { } whole } when whole < RateBase.FewestForARate => Texts.Figure_Of.With(value, whole),
        { Value: { } value, Base: { } whole } => Texts.Figure_Rate.With(Percent(value, whole), value, whole),
        { Value: { } value } => value.ToString("N0", CultureInfo.CurrentCulture),
    };

    private static string Percent(decimal value, decimal whole) => Shares.Percent(value, whole).ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>What is counted.</summary>
    public static string Of(FigureUnit unit) => unit switch
    {
        FigureUnit.DueDates => Texts.Figure_DueDates,
        FigureUnit.Commitments => Texts.Figure_Commitments,
        _ => Texts.Figure_Points,
    };
}
