namespace Pupitre.Deliverables.Fec;

/// <summary>How many of the columns each regime asks for.</summary>
internal static class LegalColumns
{
    public static FecColumn LastOf(FecRegime regime) => regime switch
    {
        FecRegime.Commercial => FecColumn.Idevise,
        FecRegime.FarmCash => FecColumn.NatOp,
        _ => FecColumn.IdClient,
    };
}
