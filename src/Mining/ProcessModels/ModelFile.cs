namespace Pupitre.Mining;

/// <summary>Opens a process model of any known form: BPMN 2.0 or PNML, gzipped or not, recognised by its first element.</summary>
public static class ModelFile
{
    /// <summary>Reads a whole model. The stream is closed.</summary>
    /// <param name="stream">The file; it need not seek.</param>
    /// <param name="activities">
    /// The names that the log knows. With them a named event of a BPMN drawing is a visible step exactly when the log speaks of it; without
    /// them it is silent.
    /// </param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="UnreadableModel">It is none of the known forms, or something in it cannot be read.</exception>
    public static ProcessModel Read(Stream stream, NameTable? activities = null, CancellationToken token = default)
    {
        var root = ModelXml.Load(stream, token);
        return root.Name.LocalName switch
        {
            "pnml" => PnmlReader.Read(root),
            "definitions" => BpmnReader.Read(root, activities, token),
            var other => throw new UnreadableModel(Texts.Model_UnknownForm.Filled(other)),
        };
    }
}
