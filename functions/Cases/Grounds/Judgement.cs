using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>What a decision does with a document (beoordeling), as the inventory prints it.</summary>
[JsonConverter(typeof(KebabConverter<Judgement>))]
public enum Judgement
{
    /// <summary>Openbaar: all of it that the request asks for is disclosed.</summary>
    Public,

    /// <summary>Deels openbaar: parts are withheld, on a ground.</summary>
    PartlyPublic,

    /// <summary>Niet openbaar: all of it is withheld, on a ground.</summary>
    NotPublic,

    /// <summary>Reeds openbaar: it can be found at an address already; the law does not reach it.</summary>
    AlreadyPublic,

    /// <summary>Buiten verzoek: not asked for, or no longer part of the request that this body decides on.</summary>
    OutOfScope,
}
