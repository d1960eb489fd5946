"""
schema.org's names, for what writes structured data and for what checks it.

Follows schema.org 30.1; what stands in the vocabulary's "attic" or under "superseded" is left in,
because readers still know it. The sets hold the properties that a type adds to those above it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# JSON-LD 1.1, "Keywords".
CONTEXT: Final = "@context"
GRAPH: Final = "@graph"
ID: Final = "@id"
TYPE: Final = "@type"
VALUE: Final = "@value"
VOCABULARY: Final = "@vocab"
KEYWORDS: Final = frozenset(
    {CONTEXT, GRAPH, ID, TYPE, VALUE, VOCABULARY, "@language", "@reverse", "@list", "@set"}
)

SCHEMA_ORG: Final = "https://schema.org"

# Types.
ARTICLE: Final = "Article"
CLAIM: Final = "Claim"
CLAIM_REVIEW: Final = "ClaimReview"
CREATIVE_WORK: Final = "CreativeWork"
DATA_FEED: Final = "DataFeed"
DATA_FEED_ITEM: Final = "DataFeedItem"
IMAGE_OBJECT: Final = "ImageObject"
ORGANIZATION: Final = "Organization"
PERSON: Final = "Person"
RATING: Final = "Rating"

# Properties.
ALTERNATE_NAME: Final = "alternateName"
APPEARANCE: Final = "appearance"
AUTHOR: Final = "author"
BEST_RATING: Final = "bestRating"
CLAIM_REVIEWED: Final = "claimReviewed"
CONTENT_URL: Final = "contentUrl"
DATA_FEED_ELEMENT: Final = "dataFeedElement"
DATE_CREATED: Final = "dateCreated"
DATE_MODIFIED: Final = "dateModified"
DATE_PUBLISHED: Final = "datePublished"
DESCRIPTION: Final = "description"
FIRST_APPEARANCE: Final = "firstAppearance"
HEADLINE: Final = "headline"
IMAGE: Final = "image"
IN_LANGUAGE: Final = "inLanguage"
IS_PART_OF: Final = "isPartOf"
ITEM: Final = "item"
ITEM_REVIEWED: Final = "itemReviewed"
JOB_TITLE: Final = "jobTitle"
KEYWORDS_OF: Final = "keywords"
LICENSE: Final = "license"
LOGO: Final = "logo"
NAME: Final = "name"
PUBLISHER: Final = "publisher"
RATING_EXPLANATION: Final = "ratingExplanation"
RATING_VALUE: Final = "ratingValue"
REVIEW_RATING: Final = "reviewRating"
SAME_AS: Final = "sameAs"
SD_LICENSE: Final = "sdLicense"
SD_PUBLISHER: Final = "sdPublisher"
TRANSLATION_OF_WORK: Final = "translationOfWork"
URL: Final = "url"
WORK_TRANSLATION: Final = "workTranslation"
WORST_RATING: Final = "worstRating"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_THING: Final = _words(
    """
    additionalType alternateName description disambiguatingDescription identifier image
    mainEntityOfPage name owner potentialAction sameAs subjectOf url
    """
)
_CREATIVE_WORK: Final = _THING | _words(
    """
    about abstract accessMode accessModeSufficient accessibilityAPI accessibilityControl
    accessibilityFeature accessibilityHazard accessibilitySummary accountablePerson
    acquireLicensePage aggregateRating alternativeHeadline archivedAt assesses associatedMedia
    audience audio author award awards character citation comment commentCount
    conditionsOfAccess contentLocation contentRating contentReferenceTime contributor
    copyrightHolder copyrightNotice copyrightYear correction countryOfOrigin
    creativeWorkStatus creator creditText dateCreated dateModified datePublished
    digitalSourceType discussionUrl displayLocation editEIDR editor educationalAlignment
    educationalLevel educationalUse encoding encodingFormat encodings exampleOfWork expires
    fileFormat funder funding genre hasPart headline inLanguage interactionStatistic
    interactivityType interpretedAsClaim isAccessibleForFree isBasedOn isBasedOnUrl
    isFamilyFriendly isPartOf keywords learningResourceType license locationCreated mainEntity
    maintainer material materialExtent mentions offers pattern position producer provider
    publication publisher publisherImprint publishingPrinciples recordedAt releasedEvent
    review reviews schemaVersion sdDatePublished sdLicense sdPublisher size sourceOrganization
    spatial spatialCoverage sponsor teaches temporal temporalCoverage text thumbnail
    thumbnailUrl timeRequired translationOfWork translator typicalAgeRange usageInfo version
    video wordCount workExample workTranslation
    """
)
_REVIEW: Final = _CREATIVE_WORK | _words(
    """
    associatedClaimReview associatedMediaReview associatedReview itemReviewed negativeNotes
    positiveNotes reviewAspect reviewBody reviewRating
    """
)
_PARTY: Final = _THING | _words(
    """
    address agentInteractionStatistic award awards brand contactPoint contactPoints duns email
    faxNumber funder funding globalLocationNumber hasCertification hasCredential
    hasOfferCatalog hasPOS interactionStatistic isicV4 knowsAbout knowsLanguage makesOffer
    memberOf naics owns publishingPrinciples seeks skills sponsor taxID telephone vatID
    """
)
_ORGANIZATION: Final = _PARTY | _words(
    """
    acceptedPaymentMethod actionableFeedbackPolicy aggregateRating alumni areaServed
    authorizedRepresentative companyRegistration correctionsPolicy department dissolutionDate
    diversityPolicy diversityStaffingReport employee employees ethicsPolicy event events
    founder founders foundingDate foundingLocation hasGS1DigitalLink hasMemberProgram
    hasMerchantReturnPolicy hasProductReturnPolicy hasShippingService iso6523Code keywords
    legalAddress legalName legalRepresentative leiCode location logo masthead member members
    missionCoveragePrioritiesPolicy noBylinesPolicy nonprofitStatus numberOfEmployees
    ownershipFundingInfo parentOrganization review reviews serviceArea slogan subOrganization
    unnamedSourcesPolicy verificationFactCheckingPolicy
    """
)
_PERSON: Final = _PARTY | _words(
    """
    additionalName affiliation alumniOf birthDate birthPlace callSign children colleague
    colleagues deathDate deathPlace familyName follows gender givenName hasOccupation height
    homeLocation honorificPrefix honorificSuffix jobTitle knows lifeEvent nationality netWorth
    parent parents performerIn pronouns relatedTo sibling siblings spouse weight workLocation
    worksFor
    """
)

#: What each type that a review is made of may say. Types that are not here may say more.
PROPERTIES: Final = MappingProxyType(
    {
        CLAIM_REVIEW: _REVIEW | {CLAIM_REVIEWED},
        CLAIM: _CREATIVE_WORK | {APPEARANCE, "claimInterpreter", FIRST_APPEARANCE},
        CREATIVE_WORK: _CREATIVE_WORK,
        RATING: _THING
        | _words("author bestRating ratingExplanation ratingValue reviewAspect worstRating"),
        ORGANIZATION: _ORGANIZATION,
        "NewsMediaOrganization": _ORGANIZATION,
        "NGO": _ORGANIZATION,
        PERSON: _PERSON,
    }
)

#: Works, in which a claim stands: what ``itemReviewed`` was before there was a ``Claim``.
WORKS: Final = _words(
    """
    Article AudioObject BlogPosting Book Clip Comment CreativeWork DigitalDocument
    DiscussionForumPosting EmailMessage ImageObject MediaObject Message Movie NewsArticle
    Newspaper OpinionNewsArticle Photograph PodcastEpisode PublicationIssue Quotation
    RadioEpisode Report ReportageNewsArticle ScholarlyArticle SocialMediaPosting Statement
    TVEpisode VideoObject WebPage WebSite
    """
)
#: Types that are certainly neither persons nor organizations.
NO_PARTIES: Final = WORKS | _words("Brand Claim ClaimReview Place Product Rating Review Thing")
