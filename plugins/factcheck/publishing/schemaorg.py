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
AUDIO_OBJECT: Final = "AudioObject"
BREADCRUMB_LIST: Final = "BreadcrumbList"
CLAIM: Final = "Claim"
CLAIM_REVIEW: Final = "ClaimReview"
CORRECTION_COMMENT: Final = "CorrectionComment"
CREATIVE_WORK: Final = "CreativeWork"
DATA_FEED: Final = "DataFeed"
DATA_FEED_ITEM: Final = "DataFeedItem"
DATASET: Final = "Dataset"
DEFINED_TERM: Final = "DefinedTerm"
DEFINED_TERM_SET: Final = "DefinedTermSet"
IMAGE_OBJECT: Final = "ImageObject"
LIST_ITEM: Final = "ListItem"
MEDIA_REVIEW: Final = "MediaReview"
MESSAGE: Final = "Message"
NEWS_MEDIA_ORGANIZATION: Final = "NewsMediaOrganization"
ORGANIZATION: Final = "Organization"
PERSON: Final = "Person"
RATING: Final = "Rating"
SCHOLARLY_ARTICLE: Final = "ScholarlyArticle"
SOCIAL_MEDIA_POSTING: Final = "SocialMediaPosting"
THING: Final = "Thing"
VIDEO_OBJECT: Final = "VideoObject"
WEB_PAGE: Final = "WebPage"

# Properties.
ABOUT: Final = "about"
ACTIONABLE_FEEDBACK_POLICY: Final = "actionableFeedbackPolicy"
ALTERNATE_NAME: Final = "alternateName"
APPEARANCE: Final = "appearance"
ARCHIVED_AT: Final = "archivedAt"
ASSOCIATED_CLAIM_REVIEW: Final = "associatedClaimReview"
ASSOCIATED_MEDIA_REVIEW: Final = "associatedMediaReview"
AUTHOR: Final = "author"
BEST_RATING: Final = "bestRating"
CITATION: Final = "citation"
CLAIM_REVIEWED: Final = "claimReviewed"
CONTENT_URL: Final = "contentUrl"
CORRECTION: Final = "correction"
CORRECTIONS_POLICY: Final = "correctionsPolicy"
CREDIT_TEXT: Final = "creditText"
DATA_FEED_ELEMENT: Final = "dataFeedElement"
DATE_CREATED: Final = "dateCreated"
DATE_MODIFIED: Final = "dateModified"
DATE_PUBLISHED: Final = "datePublished"
DESCRIPTION: Final = "description"
DIVERSITY_POLICY: Final = "diversityPolicy"
EDITOR: Final = "editor"
END_TIME: Final = "endTime"
ETHICS_POLICY: Final = "ethicsPolicy"
FIRST_APPEARANCE: Final = "firstAppearance"
HAS_DEFINED_TERM: Final = "hasDefinedTerm"
HEADLINE: Final = "headline"
IMAGE: Final = "image"
IN_DEFINED_TERM_SET: Final = "inDefinedTermSet"
IN_LANGUAGE: Final = "inLanguage"
INTERPRETED_AS_CLAIM: Final = "interpretedAsClaim"
IS_BASED_ON: Final = "isBasedOn"
IS_PART_OF: Final = "isPartOf"
ITEM: Final = "item"
ITEM_LIST_ELEMENT: Final = "itemListElement"
ITEM_REVIEWED: Final = "itemReviewed"
JOB_TITLE: Final = "jobTitle"
KEYWORDS_OF: Final = "keywords"
LICENSE: Final = "license"
LOGO: Final = "logo"
MASTHEAD: Final = "masthead"
MEDIA_AUTHENTICITY_CATEGORY: Final = "mediaAuthenticityCategory"
NAME: Final = "name"
OWNERSHIP_FUNDING_INFO: Final = "ownershipFundingInfo"
POSITION: Final = "position"
PUBLISHER: Final = "publisher"
RATING_EXPLANATION: Final = "ratingExplanation"
RATING_VALUE: Final = "ratingValue"
REVIEW_BODY: Final = "reviewBody"
REVIEW_RATING: Final = "reviewRating"
SAME_AS: Final = "sameAs"
SD_LICENSE: Final = "sdLicense"
START_TIME: Final = "startTime"
TERM_CODE: Final = "termCode"
TEXT: Final = "text"
SD_PUBLISHER: Final = "sdPublisher"
TRANSLATION_OF_WORK: Final = "translationOfWork"
UNNAMED_SOURCES_POLICY: Final = "unnamedSourcesPolicy"
URL: Final = "url"
VERIFICATION_FACT_CHECKING_POLICY: Final = "verificationFactCheckingPolicy"
VERSION: Final = "version"
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
    legalAddress legalName legalRepresentative leiCode location logo member members
    nonprofitStatus numberOfEmployees ownershipFundingInfo parentOrganization review reviews
    serviceArea slogan subOrganization unnamedSourcesPolicy
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

_ARTICLE: Final = _CREATIVE_WORK | _words(
    """
    articleBody articleSection backstory pageEnd pageStart pagination speakable wordCount
    """
)
_MEDIA_OBJECT: Final = _CREATIVE_WORK | _words(
    """
    associatedArticle bitrate contentSize contentUrl duration embedUrl encodesCreativeWork
    encodingFormat endTime height ineligibleRegion interpretedAsClaim playerType
    productionCompany regionsAllowed requiresSubscription sha256 startTime uploadDate width
    """
)

#: What each type may say that a review is made of, or that this site writes. Types that
#: are not here may say more.
PROPERTIES: Final = MappingProxyType(
    {
        CLAIM_REVIEW: _REVIEW | {CLAIM_REVIEWED},
        CLAIM: _CREATIVE_WORK | {APPEARANCE, "claimInterpreter", FIRST_APPEARANCE},
        CREATIVE_WORK: _CREATIVE_WORK,
        RATING: _THING
        | _words("author bestRating ratingExplanation ratingValue reviewAspect worstRating"),
        ORGANIZATION: _ORGANIZATION,
        NEWS_MEDIA_ORGANIZATION: _ORGANIZATION
        | _words(
            """
            masthead missionCoveragePrioritiesPolicy noBylinesPolicy
            verificationFactCheckingPolicy
            """
        ),
        "NGO": _ORGANIZATION,
        PERSON: _PERSON,
        ARTICLE: _ARTICLE,
        SCHOLARLY_ARTICLE: _ARTICLE,
        SOCIAL_MEDIA_POSTING: _ARTICLE | {"sharedContent"},
        MESSAGE: _CREATIVE_WORK
        | _words(
            """
            bccRecipient ccRecipient dateRead dateReceived dateSent messageAttachment recipient
            sender toRecipient
            """
        ),
        WEB_PAGE: _CREATIVE_WORK
        | _words(
            """
            breadcrumb lastReviewed mainContentOfPage primaryImageOfPage relatedLink reviewedBy
            significantLink significantLinks speakable specialty
            """
        ),
        DATASET: _CREATIVE_WORK
        | _words(
            """
            catalog datasetTimeInterval distribution includedDataCatalog includedInDataCatalog
            issn measurementMethod measurementTechnique variableMeasured variablesMeasured
            """
        ),
        CORRECTION_COMMENT: _CREATIVE_WORK
        | _words("downvoteCount parentItem sharedContent upvoteCount"),
        MEDIA_REVIEW: _REVIEW
        | _words("mediaAuthenticityCategory originalMediaContextDescription originalMediaLink"),
        IMAGE_OBJECT: _MEDIA_OBJECT
        | _words("caption embeddedTextCaption exifData representativeOfPage"),
        VIDEO_OBJECT: _MEDIA_OBJECT
        | _words(
            """
            actor actors caption director directors embeddedTextCaption musicBy transcript
            videoFrameSize videoQuality
            """
        ),
        AUDIO_OBJECT: _MEDIA_OBJECT | _words("caption embeddedTextCaption transcript"),
        DEFINED_TERM_SET: _CREATIVE_WORK | {HAS_DEFINED_TERM},
        DEFINED_TERM: _THING | _words("about inDefinedTermSet termCode"),
        BREADCRUMB_LIST: _THING
        | _words("aggregateElement itemListElement itemListOrder numberOfItems"),
        LIST_ITEM: _THING | _words("item nextItem position previousItem"),
        THING: _THING,
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
