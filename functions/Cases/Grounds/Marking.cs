using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>How high information is classified (rubricering), from low to high, so that markings compare with &lt; and &gt;.</summary>
/// <remarks>
/// A marking is no refusal ground: content is assessed when it is decided on, and declassified by who marked it before it is released.
/// </remarks>
[JsonConverter(typeof(KebabConverter<Marking>))]
public enum Marking
{
    /// <summary>Not classified (ongerubriceerd).</summary>
    None = 0,

    /// <summary>Departementaal vertrouwelijk: harm to the interest of one or more ministries.</summary>
    DepartementaalVertrouwelijk = 1,

    /// <summary>Staatsgeheim confidentieel: harm to the State or its allies.</summary>
    StgConfidentieel = 2,

    /// <summary>Staatsgeheim geheim: serious harm to the State or its allies.</summary>
    StgGeheim = 3,

    /// <summary>Staatsgeheim zeer geheim: very serious harm to the State or its allies.</summary>
    StgZeerGeheim = 4,
}
